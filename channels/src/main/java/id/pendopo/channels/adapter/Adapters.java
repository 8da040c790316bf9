package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccounts;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Every adapter on the class path, found as the desk finds them but without its database: an adapter asks for what it
 * needs by {@code ObjectProvider} or clock only, so that reading works without the rest.
 */
public final class Adapters implements ChannelAccounts.Bundled {

    @Override
    public ChannelAccounts.Kinds kinds() {
        return new ChannelAccounts.Kinds(
                byKind().values().stream().map(ChannelAdapter::capabilities).toList());
    }

    public static Map<String, ChannelAdapter> byKind() {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        factory.registerSingleton("clock", Clock.systemUTC());
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        AssignableTypeFilter adapter = new AssignableTypeFilter(ChannelAdapter.class);
        AnnotationTypeFilter component = new AnnotationTypeFilter(Component.class);
        scan.addIncludeFilter((type, types) -> adapter.match(type, types) && component.match(type, types));
        Map<String, ChannelAdapter> adapters = new TreeMap<>();
        scan.findCandidateComponents("id.pendopo.channels").forEach(found -> {
            ChannelAdapter speaker = create(factory, String.valueOf(found.getBeanClassName()));
            adapters.put(speaker.capabilities().kind(), speaker);
        });
        return adapters;
    }

    private static ChannelAdapter create(DefaultListableBeanFactory factory, String type) {
        Class<?> adapter = ClassUtils.resolveClassName(type, Adapters.class.getClassLoader());
        return (ChannelAdapter) factory.autowire(adapter, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }
}
