"""The policy of a run: the one that was chosen, made stricter by what the run asks for, and never milder."""

from pathlib import Path
from typing import NamedTuple

from vendorcheck.model.errors import NothingToScreenError, VendorcheckError
from vendorcheck.model.hit import CONFIDENCES
from vendorcheck.model.policy import Allowed, NamedFile, Policy, is_of
from vendorcheck.model.report import FileRecord
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook.config import checked_policies, lowered, names_a_file, policy_file
from vendorcheck.screening.refusing import refuse_milder
from vendorcheck.screening.request import Request, origin_of, unknown


class Settled(NamedTuple):
    """A request as its policy has it, and the file of the policy, where it is one."""

    request: Request
    file: FileRecord | None = None


class Chosen(NamedTuple):
    """The policy that a run names; one that is pinned leaves nothing to the run that it does not say itself."""

    policy: Policy
    file: FileRecord | None = None
    pinned: bool = False


def settled(request: Request, rulebook: Rulebook) -> Settled:
    """Return a request with the policy that holds; an error for what is unknown, or milder than a named policy."""
    _check_names(request, rulebook)
    chosen, file = chosen_policy(request, rulebook), None
    if chosen is not None:
        refuse_milder(request, rulebook, chosen.policy, pinned=chosen.pinned)
        request, file = _under(request, chosen.policy), chosen.file
    _check_some_rule(request.policy, rulebook)
    return Settled(request, file)


def chosen_policy(request: Request, rulebook: Rulebook) -> Chosen | None:
    """Return the policy that a request names; None where it names none. Those of the config are checked in any case."""
    own = checked_policies(request.policies, rulebook)
    return None if request.policy.id is None else _chosen(request, rulebook, own)


def _chosen(request: Request, rulebook: Rulebook, own: tuple[Policy, ...]) -> Chosen:
    name = request.policy.id or ""
    if names_a_file(name):
        text, record, pinned = policy_file(name)
        (policy,) = checked_policies((text,), rulebook)
        return Chosen(_closed(policy) if pinned else policy, record, pinned)
    known = {**rulebook.policies, **{str(policy.id): policy for policy in own}}
    if name not in known:
        raise unknown("policy", name, known, origin_of(request, "--policy"))
    policy = known[name]
    for raised in policy.severities:
        wrong = lowered(raised, rulebook.rules)
        if wrong:
            raise VendorcheckError("rulebook_invalid", f"the policy {name}: {wrong}")
    return Chosen(policy)


def _closed(policy: Policy) -> Policy:
    """A pinned policy as it holds: a file that it does not name with its digest is none."""
    for what, allowed in (("waivers", policy.waivers), ("baseline", policy.baseline)):
        if isinstance(allowed, NamedFile) and allowed.digest is None:
            message = f"the policy {policy.id} is pinned, and the {what} that it names are not"
            raise VendorcheckError("policy_invalid", message, help=f"Add the sha256 of {allowed.path} to the policy.")
    return policy._replace(waivers=_named_or_none(policy.waivers), baseline=_named_or_none(policy.baseline))


def _named_or_none(allowed: Allowed) -> Allowed:
    return "none" if allowed == "any" else allowed


def _under(request: Request, policy: Policy) -> Request:
    """A request under a policy that it does not contradict."""
    origins = dict(request.origins)
    for option, allowed in (("--waivers", policy.waivers), ("--baseline", policy.baseline)):
        if isinstance(allowed, NamedFile):
            origins[option] = f"policy {policy.id}"
    if policy.profiles:
        origins["--profile"] = ", ".join(filter(None, (f"policy {policy.id}", origins.get("--profile"))))
    profiles = tuple(dict.fromkeys((*policy.profiles, *request.profiles)))
    return request._replace(
        policy=_stricter(request, policy),
        profiles=profiles,
        waivers=_file("waivers", policy.waivers, request) or request.waivers,
        baseline=_file("baseline", policy.baseline, request) or request.baseline,
        origins=origins,
    )


def _file(what: str, allowed: Allowed, request: Request) -> Path | None:
    """The file that a policy names: where it is kept, or else where the policy says."""
    return request.kept.get(what, allowed.path) if isinstance(allowed, NamedFile) else None


def _stricter(request: Request, policy: Policy) -> Policy:
    """A policy with what the run asks for where that is stricter; what was not asked for is the policy's."""
    asked, unsaid = request.policy, Policy()
    fail_on, min_confidence = policy.fail_on, policy.min_confidence
    if _is_asked("--fail-on", asked.fail_on, unsaid.fail_on, request):
        fail_on = min(asked.fail_on, fail_on, key=SEVERITIES.index)
    if _is_asked("--min-confidence", asked.min_confidence, unsaid.min_confidence, request):
        min_confidence = min(asked.min_confidence, min_confidence, key=CONFIDENCES.index)
    return policy._replace(
        fail_on=fail_on,
        min_confidence=min_confidence,
        also_fail=(*policy.also_fail, *asked.also_fail),
        strict=policy.strict or asked.strict,
        remarks=_remarks(request, policy),
    )


def _is_asked(option: str, value: str, default: str, request: Request) -> bool:
    """Whether somebody gave an option, the default included."""
    return option in request.origins or value != default


def _remarks(request: Request, policy: Policy) -> tuple[str, ...]:
    """What is asked for and milder than the policy, and so does not hold."""
    asked = request.policy
    milder = {
        f"--fail-on {asked.fail_on}": _is_asked("--fail-on", asked.fail_on, Policy().fail_on, request)
        and SEVERITIES.index(asked.fail_on) > SEVERITIES.index(policy.fail_on),
        f"--min-confidence {asked.min_confidence}": _is_asked(
            "--min-confidence", asked.min_confidence, Policy().min_confidence, request
        )
        and CONFIDENCES.index(asked.min_confidence) > CONFIDENCES.index(policy.min_confidence),
    }
    return tuple(
        f"{option} is milder than the policy {policy.id} and does not hold" for option, is_so in milder.items() if is_so
    )


def _check_names(request: Request, rulebook: Rulebook) -> None:
    """Refuse ids and tags of rules that nobody knows."""
    known = dict.fromkeys((*rulebook.rules, *(tag for rule in rulebook.rules.values() for tag in rule.tags)))
    for option, names in (("--select", request.policy.select), ("--ignore", request.policy.ignore)):
        for name in names:
            if name not in known:
                todo = "`vendorcheck rules list` names the rules, `vendorcheck rules list --tag TAG` those of a tag."
                raise unknown("rule or tag", name, known, origin_of(request, option), todo)


def _check_some_rule(policy: Policy, rulebook: Rulebook) -> None:
    """Refuse a run whose filters leave no rule that could fail the gate."""
    if not policy.select and not policy.ignore:
        return
    running = (rule for rule in rulebook.rules.values() if rule.status == "stable")
    selected = (rule for rule in running if not policy.select or is_of(rule, policy.select))
    if any(not is_of(rule, policy.ignore) for rule in selected):
        return
    raise NothingToScreenError(
        "nothing_screened",
        "no rule is selected that could fail the gate",
        help="Select one that runs, by its id or a tag, and do not ignore it.",
    )
