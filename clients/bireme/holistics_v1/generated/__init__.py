"""Generated from the spec of Holistics legacy API: models, operations and their facade. Do not edit."""
