package id.pendopo.ui;

import id.pendopo.ui.ContentFiles.Fault;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Document tree (JSON, YAML) with the line of each of its values, so that whoever wrote the file is told where a mistake is.
 * Places are JSON pointers, RFC 6901.
 */
public final class LinedDocument {

    private final String file;
    private final ObjectMapper mapper;
    private final JsonNode root;
    private final Map<String, Integer> lines;
    private final List<Fault> faults;

    private LinedDocument(
            String file, ObjectMapper mapper, JsonNode root, Map<String, Integer> lines, List<Fault> faults) {
        this.file = file;
        this.mapper = mapper;
        this.root = root;
        this.lines = lines;
        this.faults = faults;
    }

    /**
     * A document whose root has names; empty for anything else, which is among the faults then.
     *
     * @param mapper that reads the format, unknown properties not allowed
     * @param faults where mistakes are added, also those that are found later
     */
    public static Optional<LinedDocument> of(String file, String text, ObjectMapper mapper, List<Fault> faults) {
        try {
            Map<String, Integer> lines = lines(text, mapper);
            JsonNode root = mapper.readTree(text);
            if (root.isObject()) {
                return Optional.of(new LinedDocument(file, mapper, root, lines, faults));
            }
            faults.add(new Fault(file, 1, "holds no names and values; write it as an exported file is written."));
        } catch (JacksonException e) {
            int line = Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            faults.add(new Fault(file, line, "cannot be read: " + first(e) + ". Mend the syntax here."));
        }
        return Optional.empty();
    }

    private static Map<String, Integer> lines(String text, ObjectMapper mapper) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = mapper.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.END_OBJECT && parser.currentToken() != JsonToken.END_ARRAY) {
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    /** Names of the root, in the order of the file. */
    public Set<String> names() {
        return new LinkedHashSet<>(root.propertyNames());
    }

    /** The places of a list's values; none where there is no list, which is a fault unless nothing is there at all. */
    public List<String> each(String place) {
        JsonNode list = root.at(place);
        if (!list.isArray() && !list.isMissingNode()) {
            fault(place, "must be a list.");
        }
        return Stream.iterate(0, index -> index + 1)
                .limit(list.isArray() ? list.size() : 0)
                .map(index -> place + "/" + index)
                .toList();
    }

    /** A value of the document as a type of ours; empty where it does not fit, which is a fault then. */
    public <T> Optional<T> read(String place, Class<T> type) {
        return read(place, root.at(place), type);
    }

    /** The root as a type of ours, without some of its names. */
    public <T> Optional<T> readWithout(Set<String> names, Class<T> type) {
        var rest = mapper.createObjectNode();
        root.properties().stream()
                .filter(property -> !names.contains(property.getKey()))
                .forEach(property -> rest.set(property.getKey(), property.getValue()));
        return read("", rest, type);
    }

    private <T> Optional<T> read(String place, JsonNode node, Class<T> type) {
        try {
            return Optional.ofNullable(mapper.treeToValue(node, type));
        } catch (DatabindException e) {
            fault(place + path(e), remedy(e));
        } catch (JacksonException e) {
            fault(place, "cannot be read: " + first(e) + ".");
        }
        return Optional.empty();
    }

    /** Adds a mistake at a place, or where the nearest place around it is. */
    public void fault(String place, String remedy) {
        faults.add(new Fault(file, line(place), remedy));
    }

    /** The line of a value; of one that is missing that of what it is missing in. */
    public int line(String place) {
        String known = place;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return lines.getOrDefault(known, 1);
    }

    private static String path(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String remedy(DatabindException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                "nothing is known of \"" + unknown.getPropertyName() + "\"; what there is: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
            case InvalidFormatException strange
            when strange.getTargetType().isEnum() ->
                "\"" + strange.getValue() + "\" is none of "
                        + Stream.of(strange.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + ".";
            case InvalidFormatException strange ->
                "\"" + strange.getValue() + "\" is no "
                        + strange.getTargetType().getSimpleName() + "; write it as an exported file does.";
            default ->
                wrong.getCause() == null
                        ? "does not fit here; write it as an exported file does."
                        : wrong.getCause().getMessage() + ".";
        };
    }

    private static String first(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").strip();
    }
}
