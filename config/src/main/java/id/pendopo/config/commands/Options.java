package id.pendopo.config.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The arguments of a command: a name first, then options with a value, or without one. */
record Options(String name, Map<String, String> values) {

    /** What is wrong with what was typed, in one line. */
    static final class Mistyped extends RuntimeException {

        Mistyped(String line) {
            super(line);
        }
    }

    /** @throws Mistyped the name is missing, an option is unknown or has no value */
    static Options read(List<String> typed, Set<String> valued, Set<String> flags) {
        if (typed.isEmpty() || typed.getFirst().startsWith("-")) {
            throw new Mistyped("NAME is missing");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < typed.size(); i++) {
            String option = typed.get(i);
            if (flags.contains(option)) {
                values.put(option, "");
            } else if (!valued.contains(option)) {
                throw new Mistyped("unknown option " + option);
            } else if (++i == typed.size()) {
                throw new Mistyped(option + " needs a value");
            } else {
                values.put(option, typed.get(i));
            }
        }
        return new Options(typed.getFirst(), values);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** {@code agent,editor} as two. */
    Optional<List<String>> list(String option) {
        return value(option)
                .map(text -> Stream.of(text.split(",")).map(String::strip).toList());
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }
}
