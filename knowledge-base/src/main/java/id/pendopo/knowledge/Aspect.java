package id.pendopo.knowledge;

/** The fields of a service standard, as a citizen asks for them. */
public enum Aspect {
    REQUIREMENTS,
    PROCEDURE,
    DURATION,
    FEE,
    PRODUCT,
    OFFICE,
    HOURS,
    LEGAL_BASIS,
    COMPLAINT
}
