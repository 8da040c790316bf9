package id.pendopo.knowledge.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named files of a command line. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads {@code --name value} pairs.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    Options(Set<String> names, String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!names.contains(arguments[i])) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "; known: "
                        + String.join(" ", names.stream().sorted().toList()));
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a file");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
    }

    Path required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " FILE is missing"));
    }

    Optional<Path> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }
}
