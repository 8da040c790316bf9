package id.pendopo.config.architecture;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads classes and resources from a scratch copy first, so that changed ones stand for those of the house. */
final class ScratchLoader extends URLClassLoader {

    private static final String OURS = "id.pendopo.";

    /** @param places folders of classes and resources */
    ScratchLoader(List<URL> places) {
        super("scratch", places.toArray(URL[]::new), ScratchLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            boolean copied = name.startsWith(OURS) && findResource(name.replace('.', '/') + ".class") != null;
            return copied ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL copied = findResource(name);
        return copied == null ? super.getResource(name) : copied;
    }
}
