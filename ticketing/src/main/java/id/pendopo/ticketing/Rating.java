package id.pendopo.ticketing;

import java.util.Optional;

/**
 * A satisfaction rating: how content a citizen is with how a ticket was handled.
 *
 * @param score from 1, very dissatisfied, to 5, very satisfied
 */
public record Rating(int score) {

    public static final int WORST = 1;
    public static final int BEST = 5;

    public Rating {
        if (score < WORST || score > BEST) {
            throw new IllegalArgumentException("a rating is a number from 1 to 5");
        }
    }

    /** The rating that one typed digit is; empty when it is none. */
    public static Optional<Rating> read(String typed) {
        return typed.strip().matches("[1-5]")
                ? Optional.of(new Rating(Integer.parseInt(typed.strip())))
                : Optional.empty();
    }
}
