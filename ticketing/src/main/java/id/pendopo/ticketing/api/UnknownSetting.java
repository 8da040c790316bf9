package id.pendopo.ticketing.api;

import java.util.Map;

/** A call has a field that there is not; a misspelled one must not be taken for none. */
final class UnknownSetting extends RuntimeException {

    private final String name;

    private UnknownSetting(String name) {
        super("an unknown field");
        this.name = name;
    }

    static void refuse(Map<String, Object> others) {
        others.keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw new UnknownSetting(name);
        });
    }

    String name() {
        return name;
    }
}
