package id.pendopo.config.content;

import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.CountryPack;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The forms of the country pack, to read and compare: {@code forms/report-1.yaml}. They are changed in the pack, not on the desk. */
@Component
@Order(30)
class FormContent implements ContentFiles {

    private static final String FOLDER = "forms";

    private final CountryPack pack;

    FormContent(CountryPack pack) {
        this.pack = pack;
    }

    @Override
    public boolean owns(String path) {
        return path.matches(FOLDER + "/[^/]+\\.yaml");
    }

    @Override
    public Map<String, String> export() {
        Map<String, String> files = new TreeMap<>();
        pack.files(FOLDER, ".yaml").forEach(name -> files.put(FOLDER + "/" + name, text(FOLDER + "/" + name)));
        return files;
    }

    private String text(String path) {
        return pack.read(path, (InputStream in) -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public Taken take(Map<String, String> files, Import how) {
        Map<String, String> own = export();
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(files).forEach((path, text) -> {
            if (!text.equals(own.get(path))) {
                faults.add(new Fault(
                        path,
                        0,
                        "differs from the country pack, where forms are changed: put it there, choose that pack by"
                                + " PENDOPO_PACK and start again, or take the file out here."));
            }
        });
        return new Taken(faults, List.of(), List.of());
    }
}
