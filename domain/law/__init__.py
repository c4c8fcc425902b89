"""The terms of the Awb as functions of dates: they know no case, no municipality and no clock."""
