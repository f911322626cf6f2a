"""Answers kept by question, within a bound over all columns."""

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")

#: How many answers all memos of a run may hold together; with their texts about 12 MiB.
MAX_ANSWERS = 56_000


class Budget:
    """How many more answers may be kept."""

    def __init__(self, answers: int = MAX_ANSWERS) -> None:
        """Begin with a number of answers."""
        self.left = answers


class Memo(dict[str, Answer], Generic[Answer]):
    """A dictionary that asks once for each missing text, and forgets all when the budget is spent."""

    def __init__(self, ask: Callable[[str], Answer], budget: Budget) -> None:
        """Answer with `ask`; share the budget with other memos."""
        super().__init__()
        self._ask = ask
        self._budget = budget

    def __missing__(self, text: str) -> Answer:
        """Answer a text that is not kept."""
        if self._budget.left <= 0:
            self._budget.left += len(self)
            self.clear()
        answer = self._ask(text)
        if self._budget.left > 0:
            self[text] = answer
            self._budget.left -= 1
        return answer
