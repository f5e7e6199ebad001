"""Registering a device and taking its access away."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.devices.models import Device
from beadwork.devices.problems import NO_DEVICE_NAME, SOMEBODY_ELSES_DEVICE
from beadwork.people.access import Access, Can, require
from beadwork.people.models import User
from beadwork.people.problems import NOT_YOURS

MOST_NAME = 60


@transaction.atomic
def register_device(id: UUID, name: str, *, by: User, at: datetime) -> Device:
    """Register a device that one person records with. The same `id` again is the same device, under its first name."""
    hat = next((hat for hat in Access.of(by, at=at).hats if hat.kind not in ("caregiver", "teacher")), None)
    if hat is None or not Access.of(by, at=at).can(Can.RECORD_VISIT):
        raise NOT_YOURS()
    if not 0 < len(name := " ".join(name.split())) <= MOST_NAME:
        raise NO_DEVICE_NAME()
    seen = {"registered_at": at, "seen_at": at, "practice_id": hat.practice_id}
    device, is_new = Device.objects.get_or_create(pk=id, defaults={"user": by, "name": name, **seen})
    if device.user_id != by.pk:
        raise SOMEBODY_ELSES_DEVICE()
    if is_new:
        record_event("device.registered", by=by, about=device, at=at)
    return device


@transaction.atomic
def revoke_device(device: Device, *, by: User, at: datetime) -> Device:
    """Take a device's access away: it gets nothing any more, and what it sends is looked at first. Twice is once."""
    if device.user_id != by.pk:
        require(by, Can.KEEP_PRACTICE, device, at=at)
    device = Device.objects.select_for_update().get(pk=device.pk)
    if not device.is_revoked:
        device.revoked_at, device.revoked_by = at, by
        device.save(update_fields=["revoked_at", "revoked_by"])
        record_event("device.revoked", by=by, about=device, at=at)
    return device


@transaction.atomic
def note_wiped(device: Device, *, by: User, at: datetime) -> Device:
    """Note that a revoked device was told to delete everything, all it held having arrived. Twice is once."""
    device = Device.objects.select_for_update().get(pk=device.pk)
    if device.is_revoked and device.wiped_at is None:
        device.wiped_at = at
        device.save(update_fields=["wiped_at"])
        record_event("device.wiped", by=by, about=device, at=at)
    return device
