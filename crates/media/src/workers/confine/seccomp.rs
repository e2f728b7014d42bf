//! System call filters. What is refused fails with EPERM, so that a library that tries something can go on without.

use std::collections::BTreeMap;

use libc::c_long;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

/// What reading an open file, talking on a socket, memory and the ends of a process need. No opening, no connecting, no
/// starting of anything: not even threads. Nothing here takes a path: `statx` tells of any file by its path, whatever its
/// flags say, so it is not among them, and an open file is asked about by `fstat`.
const DECODING: [c_long; 41] = [
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_preadv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_close,
    libc::SYS_fcntl,
    libc::SYS_recvmsg,
    libc::SYS_recvfrom,
    libc::SYS_sendmsg,
    libc::SYS_sendto,
    libc::SYS_ppoll,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_tgkill,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_fadvise64,
    libc::SYS_getrusage,
    libc::SYS_membarrier,
];

/// Memory may be mapped and its protection changed, but never so that it can be executed.
const NEVER_EXECUTABLE: [c_long; 2] = [libc::SYS_mmap, libc::SYS_mprotect];

/// What `ffmpeg` has no business with: the network, other processes, and the rarer and riskier parts of the kernel.
const REFUSED_TO_POSTERS: [c_long; 38] = [
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_kill,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_setns,
    libc::SYS_unshare,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_syslog,
    libc::SYS_acct,
];

/// Allows what decoding needs and refuses the rest. Whether it is in force.
pub(super) fn only_decoding() -> bool {
    let mut rules: BTreeMap<c_long, Vec<SeccompRule>> = DECODING.map(|call| (call, Vec::new())).into();
    // poll(2) exists on older machines' tables alone.
    #[cfg(target_arch = "x86_64")]
    rules.insert(libc::SYS_poll, Vec::new());
    let Some(rule) = not_executable() else { return false };
    rules.extend(NEVER_EXECUTABLE.map(|call| (call, vec![rule.clone()])));
    apply(rules, SeccompAction::Errno(libc::EPERM as u32), SeccompAction::Allow)
}

/// Allows most, but no network. Whether it is in force.
pub(super) fn no_network() -> bool {
    let rules = REFUSED_TO_POSTERS.map(|call| (call, Vec::new())).into();
    apply(rules, SeccompAction::Allow, SeccompAction::Errno(libc::EPERM as u32))
}

/// The third argument of both calls is the protection.
fn not_executable() -> Option<SeccompRule> {
    let executable = libc::PROT_EXEC as u64;
    let condition = SeccompCondition::new(2, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(executable), 0).ok()?;
    SeccompRule::new(vec![condition]).ok()
}

fn apply(rules: BTreeMap<c_long, Vec<SeccompRule>>, otherwise: SeccompAction, matched: SeccompAction) -> bool {
    let Ok(machine) = TargetArch::try_from(std::env::consts::ARCH) else { return false };
    let program = SeccompFilter::new(rules, otherwise, matched, machine).and_then(BpfProgram::try_from);
    program.is_ok_and(|program| seccompiler::apply_filter(&program).is_ok())
}
