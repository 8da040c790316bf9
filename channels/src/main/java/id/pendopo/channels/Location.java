package id.pendopo.channels;

import java.util.Optional;

/**
 * A point on the map that a citizen shared.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Location(double lat, double lon) {

    public Location {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("latitude is -90 to 90 and longitude -180 to 180");
        }
    }

    /** A place that somebody else wrote; empty when it is not on the earth. */
    public static Optional<Location> of(double lat, double lon) {
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? Optional.of(new Location(lat, lon)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Location[REDACTED]";
    }
}
