"""Generated from the spec of Cluvio API: models, operations and their facade. Do not edit."""
