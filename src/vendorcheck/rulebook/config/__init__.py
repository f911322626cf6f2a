"""`vendorcheck.yaml` and files of policies: loaded with line and column, checked, and made into the model."""

from vendorcheck.rulebook.config.building import build_policy, policy_data
from vendorcheck.rulebook.config.configs import Config, Stated, load_config
from vendorcheck.rulebook.config.policies import (
    PolicyFile,
    PolicyText,
    checked_policies,
    lowered,
    names_a_file,
    policy_file,
    raised_rules,
)
from vendorcheck.rulebook.config.update import Update, shown_address, update_texts

__all__ = [
    "Config",
    "PolicyFile",
    "PolicyText",
    "Stated",
    "Update",
    "build_policy",
    "checked_policies",
    "load_config",
    "lowered",
    "names_a_file",
    "policy_data",
    "policy_file",
    "raised_rules",
    "shown_address",
    "update_texts",
]
