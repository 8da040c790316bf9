package id.pendopo.config.backup;

import java.util.List;

/**
 * The last entry of a backup: what must stand before it, and where its sequences stood.
 *
 * @param parts in order
 */
record Manifest(List<Part> parts, List<Sequence> sequences) {

    static final String ENTRY = "manifest.json";
    static final String FILES = "files/";

    Manifest {
        parts = List.copyOf(parts);
        sequences = List.copyOf(sequences);
    }

    /**
     * An entry.
     *
     * @param rows of a table; of a file 0
     * @param sha256 in hexadecimal digits
     */
    record Part(String name, long rows, long bytes, String sha256) {

        boolean file() {
            return name.startsWith(FILES);
        }
    }

    /** A sequence; {@code called} says whether its value was given away. */
    record Sequence(String name, long value, boolean called) {}

    long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    long files() {
        return parts.stream().filter(Part::file).count();
    }

    /** Tables and files, unpacked. */
    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    long tables() {
        return parts.size() - files();
    }
}
