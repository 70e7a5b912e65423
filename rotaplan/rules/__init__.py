"""The rules: one module per family, one class per rule, found by walking this package."""

from rotaplan.rules.base import all_rules, basic_rules, rule_class

__all__ = ["all_rules", "basic_rules", "rule_class"]
