"""Dialogs in which one record is entered or changed."""
