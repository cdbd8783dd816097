"""Stages: each reads some layers and makes one."""
