"""Everything that changes what the room keeps."""

from beadwork.devices.actions.devices import note_wiped, register_device, revoke_device
from beadwork.devices.actions.envelope import receive
from beadwork.devices.actions.settle import decline, land

__all__ = ["decline", "land", "note_wiped", "receive", "register_device", "revoke_device"]
