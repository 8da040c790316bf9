package id.pendopo.config.security.factor;

/** For whom a second factor is not a choice: {@code pendopo.security.second-factor}. */
public enum FactorPolicy {
    /** Administrators and supervisors work with one, or not at all. */
    REQUIRED,
    /** Everybody may have one, and whoever has one gives it. */
    OFFERED
}
