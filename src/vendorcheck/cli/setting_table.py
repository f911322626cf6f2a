"""The options of `scan`, by their keys in a config: what each holds, and what holds where nobody says anything."""

from typing import Literal, NamedTuple

#: `words` are parted by commas, `paths` as paths are in a variable of this system, `lines` stand one a line.
#: `lists` are paths as well, or names of lists that are kept.
Kind = Literal["text", "words", "lines", "number", "flag", "path", "paths", "lists", "policy", "outputs"]


class Setting(NamedTuple):
    """An option by its key in a config, with what its values are and what holds where nobody says anything."""

    key: str
    kind: Kind
    default: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """Its name on the command line."""
        return "--" + self.key.replace("_", "-")


#: Every option of `scan` but --config and --isolated, in the order of its help.
SETTINGS = (
    Setting("profile", "words"),
    Setting("purpose", "text"),
    Setting("as_of", "text"),
    Setting("map", "lines"),
    Setting("sheet", "text"),
    Setting("delimiter", "text"),
    Setting("encoding", "text"),
    Setting("header_line", "number"),
    Setting("fail_on", "text", ("high",)),
    Setting("min_confidence", "text", ("possible",)),
    Setting("select", "words"),
    Setting("ignore", "words"),
    Setting("strict", "flag", ("false",)),
    Setting("allow_unscreened", "flag", ("false",)),
    Setting("policy", "policy"),
    Setting("baseline", "path"),
    Setting("new_only", "flag", ("false",)),
    Setting("output", "outputs"),
    Setting("all_lines", "flag", ("false",)),
    Setting("summary_only", "flag", ("false",)),
    Setting("sarif_include_waived", "flag", ("false",)),
    Setting("reference", "text"),
    Setting("prepared_by", "text"),
    Setting("rules", "paths"),
    Setting("no_shipped_rules", "flag", ("false",)),
    Setting("list", "lists"),
    Setting("store", "path"),
    Setting("waivers", "path"),
)
