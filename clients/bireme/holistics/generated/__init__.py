"""Generated from the spec of Holistics API v2: models, operations and their facade. Do not edit."""
