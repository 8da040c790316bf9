package id.pendopo.config.api;

import java.util.Map;

/** A call has a parameter or a field that there is not; a misspelled one must not be taken for none. */
final class UnknownField extends RuntimeException {

    private final String name;

    UnknownField(String name) {
        super("an unknown parameter");
        this.name = name;
    }

    static void refuse(Map<String, Object> others) {
        others.keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw new UnknownField(name);
        });
    }

    String name() {
        return name;
    }
}
