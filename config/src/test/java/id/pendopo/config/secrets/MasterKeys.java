package id.pendopo.config.secrets;

import java.nio.file.Path;

/** Master keys for tests elsewhere. */
public final class MasterKeys {

    private MasterKeys() {}

    /** With a key in a file of this folder. */
    public static Encryption encryption(Path folder) {
        return new Encryption(new MasterKey("", folder));
    }
}
