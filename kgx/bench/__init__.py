"""Measuring kgx on texts of the user: its speed, its confidences, its stores."""
