"""Answers kept by question, within a bound over all columns."""

from collections.abc import Callable, Sequence
from sys import getsizeof
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")

#: How many bytes all memos of a run may hold together.
MAX_BYTES = 20 * 2**20

#: What an answer takes beside its text, in bytes: up to 44 in the dictionary (CPython 3.11), and 32 as a number.
ANSWER_BYTES = 80


class Budget:
    """How many bytes some memos may take together; when they are spent, the memo that holds most forgets all."""

    def __init__(self, whole: int = MAX_BYTES) -> None:
        """Begin with so many bytes."""
        self._memos: list[Memo[Any]] = []
        self.left = whole

    def share(self, memo: "Memo[Any]") -> None:
        """Let a memo take from it."""
        self._memos.append(memo)

    def take(self, size: int) -> None:
        """Take so many bytes, after room was made for them where none was left."""
        if self.left <= 0:
            self.left += max(self._memos, key=lambda memo: memo.held).forget()
        self.left -= size


class Memo(dict[str, Answer], Generic[Answer]):
    """A dictionary that asks once for each text that it does not hold; `held` is what it takes, in bytes."""

    def __init__(self, ask: Callable[[str], Answer], budget: Budget) -> None:
        """Answer with `ask`; share the budget with other memos."""
        super().__init__()
        self._ask = ask
        self._budget = budget
        self.held = 0
        budget.share(self)

    def __missing__(self, text: str) -> Answer:
        """Answer a text that is not kept, and keep it."""
        answer = self._ask(text)
        size = getsizeof(text) + ANSWER_BYTES
        self._budget.take(size)
        self.held += size
        self._keep(text, answer)
        return answer

    def _keep(self, text: str, answer: Answer) -> None:
        self[text] = answer

    def forget(self) -> int:
        """Forget every answer; return how many bytes they took."""
        held, self.held = self.held, 0
        self.clear()
        return held


class Codes(Memo[int]):
    """A memo of small codes; texts of the usual code are in a set, so that a whole column is asked at once."""

    def __init__(self, ask: Callable[[str], int], budget: Budget, usual: int) -> None:
        """Answer with `ask`; nearly every text is of the usual code."""
        super().__init__(ask, budget)
        self.usual = usual
        self._usual_texts: set[str] = set()

    def __missing__(self, text: str) -> int:
        """Answer a text of the usual code, or one that is not kept."""
        return self.usual if text in self._usual_texts else super().__missing__(text)

    def odd(self, texts: Sequence[str]) -> Sequence[int]:
        """Return where the texts are not of the usual code."""
        usual = self._usual_texts
        if usual.issuperset(texts):
            return ()
        return [at for at, text in enumerate(texts) if text not in usual and self[text] != self.usual]

    def _keep(self, text: str, answer: int) -> None:
        if answer == self.usual:
            self._usual_texts.add(text)
        else:
            self[text] = answer

    def forget(self) -> int:
        """Forget every answer; return how many bytes they took."""
        self._usual_texts.clear()
        return super().forget()
