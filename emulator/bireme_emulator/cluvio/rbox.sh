# Runs a program where it sees no network, no other process, and of the file system only what programs are made of.
#
# Called inside new namespaces (user, network, mounts, processes) as: rbox.sh ROOT WORK MEMORY SECONDS THREADS PROGRAM...
# ROOT is an empty folder to build the new root in, WORK a folder that is visible as /given. Nothing can be written but
# /tmp, which lives in memory. MEMORY in bytes and SECONDS of processor time are hard limits for each process, THREADS
# is one for all of them together. Shared memory, which belongs to no process, there is none.
set -eu
root=$1 work=$2 memory=$3 seconds=$4 threads=$5
shift 5

readable() {
    mkdir -p "$root$1"
    mount --rbind "$1" "$root$1"
    mount -o remount,bind,ro,nosuid,nodev "$root$1"
    # What is mounted further below came along as it was. The path in the list has \040 for a space.
    while read -r _ _ _ _ place options _; do
        case $options in ro | ro,*) continue ;; esac
        case $place in *\\*) place=$(printf '%b' "$place") ;; esac
        case $place in "$root$1"/*) mount -o remount,bind,ro,nosuid,nodev "$place" ;; esac
    done < /proc/self/mountinfo
}

mount --make-rprivate /
mount -t tmpfs -o size=96m,mode=755,nosuid,nodev none "$root"
mkdir "$root/etc" "$root/tmp" "$root/given" "$root/dev"
readable /usr
for part in bin sbin lib lib32 lib64 libx32; do
    if [ -L "/$part" ]; then
        cp -P "/$part" "$root/$part"
    elif [ -d "/$part" ]; then
        readable "/$part"
    fi
done
for part in /opt/R /etc/R /etc/alternatives /etc/fonts; do
    if [ -d "$part" ]; then readable "$part"; fi
done
if [ -f /etc/ld.so.cache ]; then cp /etc/ld.so.cache "$root/etc/"; fi
mount --bind "$work" "$root/given"
mount -o remount,bind,ro,nosuid,nodev "$root/given"
for device in null zero urandom; do
    : > "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
{ echo 0 > /proc/sys/kernel/shmall; } 2>/dev/null || true
exec prlimit --as="$memory" --cpu="$seconds" --fsize=67108864 --core=0 --nofile=256 --nproc="$threads" \
    chroot "$root" /usr/bin/setpriv --bounding-set=-all --inh-caps=-all --no-new-privs "$@"
