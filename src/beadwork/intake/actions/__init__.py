"""Every change to worries, referrals and enquiries."""

from beadwork.intake.actions.enquiries import NewEnquiry, close_enquiry, send_enquiry, welcome
from beadwork.intake.actions.worries import close_referral, note_concern, refer

__all__ = [
    "NewEnquiry",
    "close_enquiry",
    "close_referral",
    "note_concern",
    "refer",
    "send_enquiry",
    "welcome",
]
