package id.pendopo.config.security;

import java.util.Optional;
import java.util.function.Predicate;

/** Where somebody's work begins as long as something else has to be done before it. */
public interface FirstPage {

    /**
     * The page, from the root; empty when nothing has to be done first.
     *
     * @param holds whether the person holds an authority
     */
    Optional<String> of(Predicate<String> holds);
}
