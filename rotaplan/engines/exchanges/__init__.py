"""Two people exchange some days on end: what every such exchange would cost, all at once."""

from rotaplan.engines.exchanges.blocks import Blocks
from rotaplan.engines.exchanges.tables import Tables, tables_of

__all__ = ["Blocks", "Tables", "tables_of"]
