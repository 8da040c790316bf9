package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.Limits;
import java.io.File;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The disk of the data folder. On a small one a share of it is enough: a twentieth, and a two-hundredth. */
@Component
final class DataDisk implements Limits.FreeSpace, Limits.Use {

    static final String FLOOR = "disk-floor";
    static final String LAST = "disk-last";

    private static final int MEGABYTE = 1 << 20;
    private static final int SHARE = 20;
    private static final int LAST_SHARE = 200;

    private final LongSupplier free;
    private final LongSupplier total;
    private final Limits.Values limits;

    @Autowired
    DataDisk(@Value("${pendopo.data:data}") String data, Limits.Values limits) {
        File folder = existing(new File(data).getAbsoluteFile());
        this(folder::getUsableSpace, folder::getTotalSpace, limits);
    }

    DataDisk(LongSupplier free, LongSupplier total, Limits.Values limits) {
        this.free = free;
        this.total = total;
        this.limits = limits;
    }

    private static File existing(File folder) {
        File above = folder.getParentFile();
        return folder.exists() || above == null ? folder : existing(above);
    }

    @Override
    public long bytes() {
        return free.getAsLong();
    }

    @Override
    public Level level() {
        long now = bytes();
        long all = total.getAsLong();
        if (now < Math.min(limits.of(LAST) * MEGABYTE, all / LAST_SHARE)) {
            return Level.OUT;
        }
        return now < Math.min(limits.of(FLOOR) * MEGABYTE, all / SHARE) ? Level.LOW : Level.ENOUGH;
    }

    @Override
    public Map<String, Long> now() {
        long megabytes = bytes() / MEGABYTE;
        return Map.of(FLOOR, megabytes, LAST, megabytes);
    }

    /** The limits, in megabytes. */
    @Configuration(proxyBeanMethods = false)
    static class Floors {

        private static final int LARGEST = 1 << 20;

        @Bean
        Limits.Adjustable diskFloor() {
            return new Limits.Adjustable(FLOOR, "limits." + FLOOR, 1024, 0, LARGEST, false);
        }

        @Bean
        Limits.Adjustable diskLast() {
            return new Limits.Adjustable(LAST, "limits." + LAST, 100, 0, LARGEST, false);
        }
    }
}
