// Three letters to try the analyzer with: an honest one that looks bad, one that waited, one that lies. Counterpart:
// test/mail/analysis/corpus has 27 more. Rule: every name and address is invented or set aside for documentation.

import type { TextKey } from '../text/t.ts';

export interface Example {
  id: 'list' | 'greylisted' | 'bank';
  title: TextKey;
  letter: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    id: 'bank',
    title: 'analyzer.example.bank',
    letter: String.raw`Return-Path: <office@heronbank.example>
Delivered-To: bob@harbor.example
Received: from mx1.harbor.example (mx1.harbor.example [203.0.113.25])
	by mail.harbor.example (Postfix) with ESMTP id 5E21F60C21
	for <bob@harbor.example>; Tue, 10 Mar 2026 07:14:09 +0000 (UTC)
Authentication-Results: mx1.harbor.example;
	spf=softfail smtp.mailfrom=heronbank.example;
	dmarc=fail (p=none) header.from=heronbank.example
Received: from win-7f21 (dyn-77.pool.reedline.example [198.51.100.77])
	by mx1.harbor.example (Postfix) with SMTP id 3C0AA60C1F
	for <bob@harbor.example>; Tue, 10 Mar 2026 07:14:08 +0000 (UTC)
Received: from vault.heronbank.example (vault.heronbank.example [192.0.2.14])
	by out.heronbank.example (Postfix) with ESMTPS id KX-2291-77QZ
	for <bob@harbor.example>; Tue, 10 Mar 2026 10:31:40 +0000 (UTC)
From: "Heron Bank Security" <office@heronbank.example>
Reply-To: <heron.desk@quickbox.example>
To: bob@harbor.example
Subject: Your account is waiting for you
Date: Tue, 10 Mar 2026 07:13:58 +0000
Message-ID: <20260310071358.77@win-7f21>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Please confirm your number.
`,
  },
  {
    id: 'list',
    title: 'analyzer.example.list',
    letter: String.raw`Return-Path: <talk-bounces+bob=harbor.example@lists.heath.example>
Delivered-To: bob@harbor.example
Received: from mx1.harbor.example (mx1.harbor.example [203.0.113.25])
	by mail.harbor.example (Postfix) with ESMTP id 0D44F60C30
	for <bob@harbor.example>; Wed, 11 Mar 2026 09:20:31 +0000 (UTC)
Authentication-Results: mx1.harbor.example;
	spf=pass smtp.mailfrom=lists.heath.example;
	dkim=fail (body hash did not verify) header.d=campus.example header.s=m1;
	dkim=pass header.d=heath.example header.s=list;
	dmarc=fail (p=none) header.from=campus.example;
	arc=pass
Received: from lists.heath.example (lists.heath.example [198.51.100.40])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
	by mx1.harbor.example (Postfix) with ESMTPS id 9A1D260C2E
	for <bob@harbor.example>; Wed, 11 Mar 2026 09:20:30 +0000 (UTC)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=heath.example; s=list;
	h=from:to:subject:date:message-id:list-id; bh=bW9vcmxhbmQ=; b=aGVhdGhlcg==
ARC-Seal: i=1; a=rsa-sha256; t=1773220829; cv=none; d=heath.example; s=list; b=c2VhbA==
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=heath.example; s=list;
	h=from:subject:date; bh=bW9vcmxhbmQ=; b=bWVzc2FnZQ==
ARC-Authentication-Results: i=1; lists.heath.example;
	spf=pass smtp.mailfrom=campus.example; dkim=pass header.d=campus.example
Received: from localhost (localhost [127.0.0.1])
	by lists.heath.example (Postfix) with ESMTP id 71B0E40A11
	for <bob@harbor.example>; Wed, 11 Mar 2026 09:20:28 +0000 (UTC)
Authentication-Results: lists.heath.example; spf=pass smtp.mailfrom=campus.example;
	dkim=pass header.d=campus.example
Received: from relay.campus.example (relay.campus.example [192.0.2.26])
	by lists.heath.example (Postfix) with ESMTPS id 44C1240A0D
	for <talk@lists.heath.example>; Wed, 11 Mar 2026 09:20:12 +0000 (UTC)
Received: from laptop.campus.example (unknown [192.0.2.101])
	by relay.campus.example (Postfix) with ESMTPSA id D20E31C077
	for <talk@lists.heath.example>; Wed, 11 Mar 2026 09:20:11 +0000 (UTC)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=campus.example; s=m1;
	h=from:to:subject:date:message-id; bh=b3Blbg==; b=ZmVu
Date: Wed, 11 Mar 2026 10:20:10 +0100
From: Alice <alice@campus.example>
To: talk@lists.heath.example
Subject: [talk] Which tide table do you use?
Message-ID: <tides.4410@campus.example>
Precedence: list
List-Id: Talk about the shore <talk.lists.heath.example>
List-Post: <mailto:talk@lists.heath.example>
List-Unsubscribe: <mailto:talk-leave@lists.heath.example>
Reply-To: Talk about the shore <talk@lists.heath.example>
Sender: talk-bounces@lists.heath.example
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The printed one is a year old.
--
talk mailing list
`,
  },
  {
    id: 'greylisted',
    title: 'analyzer.example.greylisted',
    letter: String.raw`Return-Path: <shop@tern.example>
Delivered-To: bob@harbor.example
Received: from mx1.harbor.example (mx1.harbor.example [203.0.113.25])
	by mail.harbor.example (Postfix) with ESMTP id B7F3060D02
	for <bob@harbor.example>; Thu, 12 Mar 2026 12:47:22 +0000 (UTC)
Authentication-Results: mx1.harbor.example;
	spf=pass smtp.mailfrom=tern.example; dmarc=pass header.from=tern.example
Received: from mail.tern.example (static-9.reedline.example [198.51.100.9])
	(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))
	by mx1.harbor.example (Postfix) with ESMTPS id 90A4F60D01
	for <bob@harbor.example>; Thu, 12 Mar 2026 12:47:21 +0000 (UTC)
Received: from www-data by mail.tern.example with local (Exim 4.97)
	(envelope-from <shop@tern.example>) id 1tBq7X-00000009xkT-2Fvr
	for bob@harbor.example; Thu, 12 Mar 2026 13:31:05 +0100
From: Tern Books <shop@tern.example>
To: bob@harbor.example
Subject: Your order 4711 is on its way
Date: Thu, 12 Mar 2026 13:31:05 +0100
Message-ID: <E1tBq7X-00000009xkT-2Fvr@mail.tern.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

It was packed this morning.
`,
  },
];
