package id.pendopo.knowledge.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of one JSON object per line, in UTF-8; unknown fields are ignored. */
final class JsonLines {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads every line that is not blank.
     *
     * @throws IllegalArgumentException naming the file, and the line that is not what it should be
     */
    <T> List<T> read(Path file, Class<T> type) {
        List<T> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(parse(line, type, file, number));
                }
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no line");
        }
        return rows;
    }

    String write(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * Says that a field must be there.
     *
     * @throws IllegalArgumentException naming the field when it has no value
     */
    static void required(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    private <T> T parse(String line, Class<T> type, Path file, int number) {
        String place = file + " line " + number + ": ";
        try {
            JsonNode row = json.readTree(line);
            if (!row.isObject()) {
                throw new IllegalArgumentException(place + "no JSON object");
            }
            return json.treeToValue(row, type);
        } catch (StreamReadException e) {
            throw new IllegalArgumentException(place + "no JSON", e);
        } catch (JacksonException e) {
            String reason = e.getCause() instanceof IllegalArgumentException ours
                    ? String.valueOf(ours.getMessage())
                    : "a field has the wrong type";
            throw new IllegalArgumentException(place + reason, e);
        }
    }
}
