package id.pendopo.config.browser;

import id.pendopo.config.journeys.DeskProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Fixture of the tests in a browser: the demonstration, started once for a class, and a Chromium to look at it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskInBrowser {

    @TempDir
    static Path data;

    Chromium chromium;
    DeskProcess desk;

    @BeforeAll
    void open() throws IOException {
        chromium = Chromium.launch();
        desk = DeskProcess.demo(data, settings());
    }

    /** What the demonstration is started with besides. */
    Map<String, String> settings() throws IOException {
        return Map.of();
    }

    @AfterAll
    void close() {
        if (desk != null) {
            desk.close();
            chromium.close();
        }
    }
}
