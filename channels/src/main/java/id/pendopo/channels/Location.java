package id.pendopo.channels;

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

    @Override
    public String toString() {
        return "Location[REDACTED]";
    }
}
