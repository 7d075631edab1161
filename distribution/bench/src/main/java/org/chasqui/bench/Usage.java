package org.chasqui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the kernel says about processes (Linux, {@code /proc}). Processor times are seconds since a process began. */
final class Usage {
    private static final Path PROC = Path.of("/proc");
    /** USER_HZ, which is 100 on every architecture that Linux still supports. */
    private static final double TICKS = 100;

    private Usage() {}

    /** The fields of a {@code stat} file that matter here, in ticks. */
    record Stat(String name, long parent, long own, long ofEndedChildren) {

        /** Reads the line of a process or of a thread; its name may hold blanks and brackets. */
        static Stat parse(String line) {
            int open = line.indexOf('(');
            int close = line.lastIndexOf(')');
            // From the third field of proc(5) on: state, ppid, … utime is the 14th, cstime the 17th.
            var fields = line.substring(close + 2).split(" ");
            return new Stat(
                    line.substring(open + 1, close),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }
    }

    private static @Nullable Stat stat(Path file) {
        try {
            return Stat.parse(Files.readString(file));
        } catch (IOException ended) {
            return null;
        }
    }

    /** Processor time of one process. */
    static double cpu(long pid) {
        var stat = stat(PROC.resolve(pid + "/stat"));
        return stat == null ? 0 : stat.own() / TICKS;
    }

    /** Processor time of a process and all its children, also of those that have ended meanwhile. */
    static double cpuOfTree(long root) {
        double sum = 0;
        for (long pid : tree(root)) {
            var stat = stat(PROC.resolve(pid + "/stat"));
            if (stat != null) {
                sum += (stat.own() + stat.ofEndedChildren()) / TICKS;
            }
        }
        return sum;
    }

    /** Processor time of a process's living threads by {@linkplain #groupOf kind}. */
    static Map<String, Double> cpuByThreads(long pid) {
        var groups = new TreeMap<String, Double>();
        try (var tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
            for (var task : tasks) {
                var stat = stat(task.resolve("stat"));
                if (stat != null) {
                    groups.merge(groupOf(stat.name()), stat.own() / TICKS, Double::sum);
                }
            }
        } catch (IOException ended) {
            return groups;
        }
        return groups;
    }

    /** What a thread of the product does, by its name, of which the kernel keeps 15 characters. */
    static String groupOf(String name) {
        if (name.startsWith("chasqui-sandbox")) {
            return "sandbox";
        } else if (name.startsWith("http-thread-poo")) {
            return "http";
        } else if (name.matches("C[12] Compiler.*|Sweeper.*")) {
            return "jit";
        } else if (name.startsWith("G1 ") || name.startsWith("GC ") || name.startsWith("VM ")) {
            return "gc";
        } else if (name.startsWith("concurrent/")) {
            return "managed executor";
        } else if (name.startsWith("chasqui-")) {
            return name.replaceAll("[-\\d]+$", "");
        } else if (name.matches("(?i).*(artemis|activemq|netty|thread-[0-9]+ \\().*")) {
            return "broker";
        }
        return name.replaceAll("[-#:(\\d]+.*$", "").trim();
    }

    /** Resident memory of a process, MB. */
    static long residentMegabytes(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(Usage::megabytes)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Memory of a process and its children, what they share counted once, MB. */
    static long memoryOfTree(long root) {
        long sum = 0;
        for (long pid : tree(root)) {
            try (var lines = Files.lines(PROC.resolve(pid + "/smaps_rollup"))) {
                sum += lines.filter(line -> line.startsWith("Pss:"))
                        .mapToLong(Usage::megabytes)
                        .sum();
            } catch (IOException ended) {
                continue;
            }
        }
        return sum;
    }

    private static long megabytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1_024;
    }

    /** How long the machine's cores have worked on anything, all together. */
    static double cpuOfMachine() {
        try (var lines = Files.lines(PROC.resolve("stat"))) {
            // user nice system idle iowait irq softirq steal
            var fields = lines.findFirst().orElse("").trim().split("\\s+");
            long busy = 0;
            for (int i = 1; i < Math.min(fields.length, 9); i++) {
                if (i != 4 && i != 5) {
                    busy += Long.parseLong(fields[i]);
                }
            }
            return busy / TICKS;
        } catch (IOException noLinux) {
            throw new BenchFailed("/proc/stat cannot be read: the benchmark needs Linux.", noLinux);
        }
    }

    private static List<Long> tree(long root) {
        var children = new HashMap<Long, List<Long>>();
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var process : processes) {
                var stat = stat(process.resolve("stat"));
                if (stat != null) {
                    children.computeIfAbsent(stat.parent(), parent -> new ArrayList<>())
                            .add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException noLinux) {
            throw new BenchFailed("/proc cannot be read: the benchmark needs Linux.", noLinux);
        }
        var tree = new ArrayList<>(Arrays.asList(root));
        for (int i = 0; i < tree.size(); i++) {
            tree.addAll(children.getOrDefault(tree.get(i), List.of()));
        }
        return tree;
    }
}
