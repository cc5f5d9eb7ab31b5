"""FHIR R4 at the border: definitions and answers out, questionnaires in."""
