"""What was done, and how: methods from triggers, weapons and forces, and the words beside which nothing was done."""
