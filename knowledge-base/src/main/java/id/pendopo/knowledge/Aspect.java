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
    COMPLAINT,
    /** How long what one gets is valid, which is not how long one waits for it. */
    VALIDITY,
    /** Where and how one pays, which is not how much. */
    PAYMENT,
    /** The address or app where one applies, registers, looks something up or downloads it. */
    ONLINE
}
