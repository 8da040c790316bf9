package id.pendopo.channels;

import java.util.List;

/** The retention rules of the tables of one package, which stand beside the classes that use these tables. */
interface RetentionRules {

    /** Each is followed by itself: what fails of one keeps nothing else from being forgotten. */
    List<RetentionRule> rules();
}
