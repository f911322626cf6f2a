"""What a run may not ask for beside a policy: whatever would let more pass than the policy does."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.policy import Allowed, Policy, RulebookPin
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.waiver import WaiverFile
from vendorcheck.screening.request import Request, origin_of


class Refusal(NamedTuple):
    """An option that is refused, and why."""

    option: str
    why: str


def refuse_milder(request: Request, rulebook: Rulebook, policy: Policy, *, pinned: bool) -> None:
    """Refuse a request that would let more pass than its policy, with a usage error that says who asked for it."""
    refusal = next(_refusals(request, policy, pinned=pinned), None)
    if refusal is not None:
        origin = origin_of(request, refusal.option) or "command line"
        raise VendorcheckError(
            "usage",
            f"the policy {policy.id} {refusal.why}: {refusal.option} ({origin}) is refused",
            help="A run may be stricter than its policy, never milder; what it is to let pass stands in the policy.",
        )
    if policy.rulebook is not None:
        _check_rulebook(policy.rulebook, rulebook, policy)


def _refusals(request: Request, policy: Policy, *, pinned: bool) -> Iterator[Refusal]:
    asked = request.policy
    if asked.allow_unscreened and not policy.allow_unscreened:
        yield Refusal("--allow-unscreened", "lets no line go unscreened")
    if asked.select and set(asked.select) != set(policy.select):
        yield Refusal("--select", "says itself which rules can fail the gate")
    if not set(asked.ignore) <= set(policy.ignore):
        yield Refusal("--ignore", "says itself which rules cannot fail the gate")
    if request.waivers is not None and policy.waivers != "any":
        yield Refusal("--waivers", _taken(policy.waivers, "waivers"))
    if request.baseline is not None and policy.baseline != "any":
        yield Refusal("--baseline", _taken(policy.baseline, "baseline"))
    if pinned or policy.rulebook is not None:
        why = "is pinned" if policy.rulebook is None else "is made for one rulebook"
        if request.rules:
            yield Refusal("--rules", f"{why}, and takes no rules beside it")
        if not request.shipped_rules:
            yield Refusal("--no-shipped-rules", f"{why}, and leaves out no rules")


def _taken(allowed: Allowed, what: str) -> str:
    return f"takes no {what}" if allowed == "none" else f"names its own {what}"


def _check_rulebook(pin: RulebookPin, rulebook: Rulebook, policy: Policy) -> None:
    source = rulebook.sources[0]
    for what, wanted, found in (
        ("version", pin.version, source.version),
        ("SHA-256", pin.digest, source.digest),
    ):
        if wanted not in (None, found):
            raise VendorcheckError(
                "policy_invalid",
                f"the policy {policy.id} is made for the rulebook of {what} {wanted}, and this one has {found}",
                help="Use the version of vendorcheck that has it, or have the policy approved for this one.",
            )


def check_digest(what: str, name: str, digest: str, allowed: Allowed) -> None:
    """Refuse a file that a policy names where its bytes are not those that the policy was made with."""
    wanted = None if isinstance(allowed, str) else allowed.digest
    if wanted not in (None, digest):
        raise VendorcheckError(
            "policy_invalid",
            f"the {what} {name} is not the file that the policy was made with",
            help=f"It has the SHA-256 {digest}, and the policy asks for {wanted}.",
        )


def check_waivers(file: WaiverFile | None, policy: Policy) -> None:
    """Refuse waivers that are not those of the policy, or that hold for longer than it allows."""
    if file is None:
        return
    check_digest("file of waivers", file.name, file.digest, policy.waivers)
    for waiver in file.waivers:
        days = (waiver.expires - waiver.created).days
        if days > policy.max_waiver_days:
            raise VendorcheckError(
                "waivers_invalid",
                f"the waiver {waiver.id} in {file.name} holds for {days} days; "
                f"the policy {policy.id} allows {policy.max_waiver_days}",
            )
