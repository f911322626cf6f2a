"""A bound on the time that something may take, whatever it is waiting for."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[Event], T], too_long: Exception) -> T:
    """Return what work gives; raise `too_long` where that takes longer.

    The work is given an event that is set once nobody waits for it any more. It has a thread of its own, because a
    server that sends one byte now and then keeps every other bound: each of them begins anew with each byte.
    """
    stopped = Event()
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(work(stopped))
        except BaseException as error:  # noqa: BLE001 (whatever it is, it is raised where somebody waits for it)
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError:
        if answer.done():
            raise
        raise too_long from None
    finally:
        stopped.set()
