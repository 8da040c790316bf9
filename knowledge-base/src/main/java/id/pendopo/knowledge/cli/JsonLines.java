package id.pendopo.knowledge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files of one JSON object per line, in UTF-8; unknown fields are ignored. */
final class JsonLines {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads every line that is not blank.
     *
     * @throws IllegalArgumentException naming the line that is not what it should be
     */
    <T> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                rows.add(parse(line, type, file, number));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no line");
        }
        return rows;
    }

    String write(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private <T> T parse(String line, Class<T> type, Path file, int number) {
        try {
            return json.readValue(line, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " line " + number + ": " + e.getOriginalMessage(), e);
        }
    }
}
