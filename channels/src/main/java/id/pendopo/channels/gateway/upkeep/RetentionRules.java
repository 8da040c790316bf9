package id.pendopo.channels.gateway.upkeep;

import java.util.List;

/** The retention rules of the tables of one package, which stand beside the classes that use these tables. */
public interface RetentionRules {

    /** Each is followed by itself: what fails of one keeps nothing else from being forgotten. */
    List<RetentionRule> rules();
}
