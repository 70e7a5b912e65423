"""How a roster stands absences, and whom to call where it does not."""

from rotaplan.resilience.simulate import Inquiry, robustness
from rotaplan.resilience.values import KeyPerson, PostRisk, Robustness

__all__ = ["Inquiry", "KeyPerson", "PostRisk", "Robustness", "robustness"]
