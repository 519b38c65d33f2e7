"""Lists, and what gets one of the things that they show."""

# Lists in which nothing is for those who call them here, and why.
EMPTY_LISTS = {
    "paylyt.providers.v1.ReconciliationService/ListReconciliationFindings": "the books agree",
}
# What only those read who look at one of them.
ONE_BY_ONE = {"paylyt.identity.v1.KycCase": ["details"]}


def getter(method):
    """The field of a list's answer that holds what it lists, and the method of the same service
    that gets one of them by its name; None where there is none."""
    if not method.name.startswith("List"):
        return None
    for field in method.output_type.fields:
        if not field.is_repeated or field.message_type is None:
            continue
        for other in method.containing_service.methods:
            is_get = other.name.startswith("Get") and other.output_type == field.message_type
            if is_get and "name" in other.input_type.fields_by_name:
                return field.name, f"{method.containing_service.full_name}/{other.name}"
    return None


def shown(resource):
    """A resource without what lists leave out."""
    copy = type(resource)()
    copy.CopyFrom(resource)
    for name in ONE_BY_ONE.get(resource.DESCRIPTOR.full_name, []):
        copy.ClearField(name)
    return copy
