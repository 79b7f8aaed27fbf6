"""Whether there is a connection, as the page itself knows it: no server has to say so."""

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData
from reflex_base.vars.number import BooleanVar

is_offline = rx.Var(
    "offline",
    _var_type=bool,
    _var_data=VarData(
        hooks={"const offline = useOffline()": None},
        imports={"$/public/components/connection.js": [ImportVar("useOffline", install=False)]},
    ),
).to(BooleanVar)
