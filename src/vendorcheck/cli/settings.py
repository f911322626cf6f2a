"""What each option comes to, and where that was said: flag, variable, config, or nowhere."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vendorcheck.cli.setting_table import SETTINGS, Setting
from vendorcheck.cli.variables import check_variables, variable_of
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.report import COMMAND_LINE, Option
from vendorcheck.model.watchlist import is_list_file

if TYPE_CHECKING:
    from vendorcheck.rulebook.config import Config, Stated

#: The config that is read where no other is named.
CONFIG = "vendorcheck.yaml"

#: A name that looks like that of the config and is not: what stands in it would be passed over.
_NOT_CONFIG = "vendorcheck.yml"

DEFAULT = "default"

T = TypeVar("T")


class Settings(NamedTuple):
    """What each option comes to, by its key, and the config that was read, if one was."""

    options: Mapping[str, Option]
    config: "Config | None" = None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the values of an option."""
        return self.options[key].values

    def text(self, key: str) -> str | None:
        """Return the value of an option; None where nobody gives one."""
        return next(iter(self.texts(key)), None)

    def paths(self, key: str) -> tuple[Path, ...]:
        """Return the values of an option that are paths."""
        return tuple(map(Path, self.texts(key)))

    def path(self, key: str) -> Path | None:
        """Return the path that an option gives."""
        return next(iter(self.paths(key)), None)

    def flag(self, key: str) -> bool:
        """Return whether something is wanted."""
        return self.text(key) == "true"

    def parsed(self, key: str, parse: Callable[[str], T]) -> T | None:
        """Return what the value of an option means; an error says where it was given."""
        text = self.text(key)
        try:
            return None if text is None else parse(text)
        except VendorcheckError as error:
            raise self._placed(error, key) from error

    @property
    def inputs(self) -> tuple[Path, ...]:
        """Every file and folder that is read beside the bills: no report may be written over them."""
        keys = ("rules", "list", "waivers", "baseline")
        policy = tuple(Path(name.partition("@sha256:")[0]) for name in self.texts("policy"))
        config = (Path(self.config.file.name),) if self.config else ()
        return (*(path for key in keys for path in self.paths(key)), *policy, *config)

    @property
    def origins(self) -> dict[str, str]:
        """Where each option was said that somebody said, by its name on the command line."""
        return {each.name: each.origin for each in self.options.values() if each.origin != DEFAULT}

    def _placed(self, error: VendorcheckError, key: str) -> VendorcheckError:
        origin = self.options[key].origin
        if origin == COMMAND_LINE:
            return error
        return VendorcheckError(error.code, f"{error.message} ({origin})", spot=error.spot, help=error.help)


def settings_of(given: Mapping[str, object], config: Path | None = None, *, isolated: bool = False) -> Settings:
    """Return what each option comes to; `given` are the flags of the command by key, None or empty where not given.

    A flag goes before a variable, a variable before the config, the config before the default. Isolated, only flags
    and a config that a flag names count.
    """
    variables = {} if isolated else check_variables(os.environ, [each.key for each in SETTINGS])
    named = config or (Path(variables["config"]) if "config" in variables else None)
    path = named or (None if isolated else _in_working_folder())
    read = _read(path) if path else None
    options = {each.key: _option(each, given.get(each.key), variables, read) for each in SETTINGS}
    if read and not named:
        _check_pinned(options["policy"])
    return Settings(options, read)


def _in_working_folder() -> Path | None:
    """The config of the working folder, where there is one."""
    if os.path.lexists(_NOT_CONFIG):
        message = f"{_NOT_CONFIG} is not read: a config is called {CONFIG}"
        raise VendorcheckError("config_invalid", message, spot=Spot(_NOT_CONFIG), help="Rename it.")
    return Path(CONFIG) if os.path.lexists(CONFIG) else None


def _read(path: Path) -> "Config":
    from vendorcheck.rulebook.config import load_config

    return load_config(path)


def _option(setting: Setting, given: object, variables: Mapping[str, str], config: "Config | None") -> Option:
    flag = _flag_texts(given)
    if flag:
        values = _split(setting, flag, ",") if setting.kind == "words" else flag
        return Option(setting.option, values, COMMAND_LINE)
    if setting.key in variables:
        values = _variable_texts(setting, variables[setting.key])
        return Option(setting.option, values, variable_of(setting.key))
    stated = config.stated.get(setting.key) if config else None
    if config and stated:
        return Option(setting.option, _stated_texts(setting, stated, config), f"{config.file.name}:{stated.line}")
    return Option(setting.option, setting.default, DEFAULT)


def _flag_texts(given: object) -> tuple[str, ...]:
    if given is None or given is False:
        return ()
    if given is True:
        return ("true",)
    if isinstance(given, list | tuple):
        return tuple(map(_shown, given))
    return (_shown(given),)


def _shown(value: object) -> str:
    return value.as_posix() if isinstance(value, Path) else str(value)


def _split(setting: Setting, texts: tuple[str, ...], sign: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for text in texts for part in text.split(sign))
    if not all(parts):
        message = f"{setting.option} {sign.join(texts)!r} has nothing between its signs {sign!r}"
        raise VendorcheckError("usage", message)
    return parts


def _variable_texts(setting: Setting, text: str) -> tuple[str, ...]:
    match setting.kind:
        case "words":
            return _split(setting, (text,), ",")
        case "paths" | "lists":
            return tuple(part for part in text.split(os.pathsep) if part)
        case "lines" | "outputs":
            return tuple(filter(None, map(str.strip, text.splitlines())))
        case "flag" if text not in ("true", "false"):
            message = f"{variable_of(setting.key)} is {text!r}"
            raise VendorcheckError("usage", message, help="Set it to true or false.")
        case "number" if not (text.isascii() and text.isdigit()):
            message = f"{variable_of(setting.key)} is {text!r}, and no number"
            raise VendorcheckError("usage", message, help="Set it to a number from 0.")
    return (text,)


def _stated_texts(setting: Setting, stated: "Stated", config: "Config") -> tuple[str, ...]:
    """The values of a config; a path in it starts from its folder."""
    folder = config.folder
    match setting.kind:
        case "path" | "paths":
            return tuple((folder / value).as_posix() for value in stated.values)
        case "lists":
            return tuple((folder / value).as_posix() if is_list_file(value) else value for value in stated.values)
        case "policy":
            return tuple(_policy(value, folder) for value in stated.values)
        case "outputs":
            return tuple(_output(value, folder) for value in stated.values)
    return stated.values


def _policy(value: str, folder: Path) -> str:
    from vendorcheck.rulebook.config import names_a_file

    return (folder / value).as_posix() if names_a_file(value) else value


def _output(value: str, folder: Path) -> str:
    name, equals, path = value.partition("=")
    return f"{name}={(folder / path).as_posix()}" if equals and path not in ("", "-") else value


def _check_pinned(policy: Option) -> None:
    """Refuse to mix a pinned policy with the config of a folder that nobody named: the pin is there to keep it out."""
    named_there = policy.origin.startswith(f"{CONFIG}:")
    if any("@sha256:" in value for value in policy.values) and not named_there:
        raise VendorcheckError(
            "usage",
            f"the policy is pinned, and {CONFIG} of the working folder would be read beside it",
            help="Add --isolated; or, to have it read, name it: --config vendorcheck.yaml.",
        )
