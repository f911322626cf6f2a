"""Why a rule did not reach a line, in a sentence."""

from vendorcheck.model.hit import Facts, Relation
from vendorcheck.model.period import dated
from vendorcheck.model.rule import Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.trace import Explanation, RuleTrace
from vendorcheck.model.truth import NO
from vendorcheck.reporters.wording import OWNERSHIP_TESTS, condition_text, equipment_text

NOBODY = "nobody on record is behind the line"

_SUBJECTS = {"product": "the product", "counterparty": "the supplier"}

#: Relations that triggers by name do not ask about: those are leads, and have rules of their own.
_LEADS: tuple[Relation, ...] = ("relabel", "successor")


def reason_of(trace: RuleTrace, facts: Facts, explanation: Explanation) -> str:
    """Return why a rule did not reach a line of these facts."""
    rulebook = explanation.rulebook
    rule = rulebook.rules[trace.rule]
    match trace.state:
        case "draft" | "retired":
            return f"the rule is {trace.state}, and not run"
        case "not_in_force":
            return _not_in_force(rule, explanation)
        case "not_published":
            return f"on {explanation.settings.as_of.isoformat()} no claim that it rests on had been published"
        case "qualifier_no":
            return _qualifier_no(trace, rulebook)
        case "reached":
            return ""
    return _not_triggered(trace, rule, facts, explanation)


def _not_in_force(rule: Rule, explanation: Explanation) -> str:
    instrument = explanation.rulebook.instruments[rule.instrument or ""]
    day = explanation.settings.as_of
    coming = [f"{entry.state.replace('_', ' ')} {dated('from', entry.date.text)}" for entry in instrument.timeline]
    since = f"; this part {dated('from', rule.since.text)}" if rule.since else ""
    return f"not in force on {day.isoformat()}: {instrument.short} is {', '.join(coming)}{since}"


def _qualifier_no(trace: RuleTrace, rulebook: Rulebook) -> str:
    said = dict.fromkeys(
        condition_text(asked.condition, rulebook)
        for reach in trace.reaches
        for asked in reach.asked
        if asked.truth == NO
    )
    return "NO: " + "; NO: ".join(said)


def _not_triggered(trace: RuleTrace, rule: Rule, facts: Facts, explanation: Explanation) -> str:
    if rule.when.name == "category":
        kinds = equipment_text(sorted(facts.equipment), explanation.rulebook)
        return f"the line's kind of equipment is {kinds}" if kinds else "the line's kind of equipment is not known"
    if not facts.hits:
        return NOBODY
    if all(hit.subject not in rule.subjects for hit in facts.hits):
        asked = " and ".join(_SUBJECTS[subject] for subject in rule.subjects)
        return f"it asks about {asked}, and nobody on record is behind that"
    if trace.other_days:
        names = dict.fromkeys(
            f"{explanation.names[naming.party]} is named {dated('from', naming.since.text)}"
            + (f" {dated('to', naming.until.text)}" if naming.until else "")
            for naming in trace.other_days
        )
        return "; ".join(names) + f", not on {explanation.settings.as_of.isoformat()}"
    return _of_others(rule, facts, explanation)


def _of_others(rule: Rule, facts: Facts, explanation: Explanation) -> str:
    """Somebody is behind the line, and is not whom the trigger asks for."""
    behind = ", ".join(dict.fromkeys(explanation.names[hit.party] for hit in facts.hits))
    match rule.when.name:
        case "named_by" if all(hit.relation in (*_LEADS, "component") for hit in facts.hits):
            return f"it asks who made the whole product, and {behind} did not, or only may have"
        case "named_by":
            named = explanation.rulebook.instruments[str(rule.when.argument)]
            return f"{named.short} does not reach {behind} (it reaches {OWNERSHIP_TESTS[named.ownership_test]})"
        case "component_of":
            return "nothing says that the line is a component, or holds one, of somebody it names"
        case "relabel_of":
            return "no brand of the line is on record for selling another maker's equipment"
        case "successor_of":
            return "no model of the line is on record for following another maker's designs"
        case "conflict":
            return "no cells of the line point to different makers"
        case "listed":
            return "no entry of such a list is behind the line"
    return f"it asks for others than {behind}"
