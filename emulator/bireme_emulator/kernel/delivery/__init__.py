"""Sending things out: what can be delivered, and the book that delivers each thing once."""

from __future__ import annotations

from .book import Deliveries, DeliveryFailed, DeliveryInDoubt
from .messages import Attachment, Email, FileDrop, Message, SlackPost

__all__ = ["Attachment", "Deliveries", "DeliveryFailed", "DeliveryInDoubt", "Email", "FileDrop", "Message", "SlackPost"]
