package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.ChannelAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** An account's properties from each of the places where an operator may put them. */
public final class AccountSources {

    private AccountSources() {}

    public static AccountSettings fromMap(ChannelAdapter adapter, Map<String, String> properties) {
        Map<String, String> prefixed = new LinkedHashMap<>();
        properties.forEach((key, value) -> prefixed.put("line." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("line", Bindable.of(adapter.settings()));
    }

    public static AccountSettings fromYaml(ChannelAdapter adapter, Map<String, String> properties) throws IOException {
        return settings(environment(yaml(adapter.capabilities().kind(), properties), Map.of()), adapter);
    }

    public static AccountSettings fromEnvironment(ChannelAdapter adapter, Map<String, String> properties)
            throws IOException {
        Map<String, Object> variables = variables(properties);
        variables.put(
                "PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_KIND", adapter.capabilities().kind());
        return settings(environment("", variables), adapter);
    }

    /** Secrets from the environment, everything else from YAML. */
    public static AccountSettings fromBoth(ChannelAdapter adapter, Map<String, String> properties) throws IOException {
        List<String> secrets = fromMap(adapter, Map.of()).missing();
        Map<String, String> open = new LinkedHashMap<>(properties);
        Map<String, String> secret = new LinkedHashMap<>(properties);
        open.keySet().removeAll(secrets);
        secret.keySet().retainAll(secrets);
        return settings(environment(yaml(adapter.capabilities().kind(), open), variables(secret)), adapter);
    }

    /** The one account of a file, as an operator would complete it from the environment. */
    public static ChannelAccount fromFile(ChannelAdapter adapter, Path file, Map<String, Object> variables)
            throws IOException {
        return new Accounts(environment(Files.readString(file), variables), List.of(adapter))
                .all()
                .getFirst();
    }

    static StandardEnvironment environment(String yaml, Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        for (PropertySource<?> source : new YamlPropertySourceLoader()
                .load("yaml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))) {
            environment.getPropertySources().addLast(source);
        }
        return environment;
    }

    private static String yaml(String kind, Map<String, String> properties) {
        StringBuilder yaml = new StringBuilder("pendopo:\n  channels:\n    accounts:\n      smsmain:\n");
        yaml.append("        kind: ").append(kind).append('\n');
        properties.forEach((key, value) ->
                yaml.append("        ").append(key).append(": '").append(value).append("'\n"));
        return yaml.toString();
    }

    private static Map<String, Object> variables(Map<String, String> properties) {
        Map<String, Object> variables = new LinkedHashMap<>();
        properties.forEach((key, value) -> variables.put(
                "PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_"
                        + key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT),
                value));
        return variables;
    }

    private static AccountSettings settings(StandardEnvironment environment, ChannelAdapter adapter) {
        return new Accounts(environment, List.of(adapter))
                .find("smsmain")
                .orElseThrow()
                .settings();
    }
}
