"""Signing in, looking after one's access, choosing a circle, keeping half-written words."""

from herning_pwa.people.commands.access import (
    end_own_session,
    end_own_upload,
    forget_own_device,
    shut_out,
    sign_out_elsewhere,
)
from herning_pwa.people.commands.being_here import (
    KEPT_FIELDS,
    KEPT_TEXT_LIMIT,
    choose_circle,
    forget_form,
    keep_forms,
    stay_signed_in,
)
from herning_pwa.people.commands.second_step import (
    PasswordNotEnough,
    Refusal,
    Shown,
    begin_second_step,
    find_second_step,
    leave_second_step,
    mail_code_again,
    show_code,
)
from herning_pwa.people.commands.signing_in import (
    find_by_email,
    is_invented,
    method_by_mail,
    method_by_password,
    who_has_password,
)

__all__ = [
    "KEPT_FIELDS",
    "KEPT_TEXT_LIMIT",
    "PasswordNotEnough",
    "Refusal",
    "Shown",
    "begin_second_step",
    "choose_circle",
    "end_own_session",
    "end_own_upload",
    "find_by_email",
    "find_second_step",
    "forget_form",
    "forget_own_device",
    "is_invented",
    "keep_forms",
    "leave_second_step",
    "mail_code_again",
    "method_by_mail",
    "method_by_password",
    "show_code",
    "shut_out",
    "sign_out_elsewhere",
    "stay_signed_in",
    "who_has_password",
]
