package id.pendopo.config.security;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A desk that remembers whom it was told of. */
final class KnownAgents implements Agents {

    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, Reader> readers = new LinkedHashMap<>();

    @Override
    public void put(Agent agent) {
        agents.put(agent.login(), agent);
    }

    @Override
    public void remove(String login) {
        agents.remove(login);
    }

    @Override
    public Optional<Agent> find(String login) {
        return Optional.ofNullable(agents.get(login));
    }

    @Override
    public List<Agent> all() {
        return new ArrayList<>(agents.values());
    }

    @Override
    public void putReader(Reader reader) {
        readers.put(reader.name(), reader);
    }

    @Override
    public void removeReader(String name) {
        readers.remove(name);
    }

    @Override
    public List<Reader> readers() {
        return new ArrayList<>(readers.values());
    }

    @Override
    public Optional<Reach> reach(String name) {
        return find(name)
                .map(agent -> new Reach(Optional.of(agent.unit()), agent.scope()))
                .or(() -> Optional.ofNullable(readers.get(name)).map(Reader::reach));
    }

    @Override
    public Map<String, Names> units() {
        return Map.of("dinas-pupr", Names.of(Map.of("id", "Dinas PUPR")));
    }

    @Override
    public Set<String> activeUnits() {
        return units().keySet();
    }

    @Override
    public List<Names> checkedUnits() {
        return List.of();
    }
}
